export interface Instruction {
  readonly name: string;
  readonly flags: readonly string[];
  readonly rest: string;
  readonly stage: number;
}
export function instructionsOf(file: string): readonly Instruction[];
export function targetOf(instructions: readonly Instruction[], target: string): readonly Instruction[];
export function variablesOf(instructions: readonly Instruction[]): Record<string, string>;
export function copyOf(copy: Instruction): { readonly sources: readonly string[]; readonly target: string };
