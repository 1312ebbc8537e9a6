import { nodeId } from '@nmirf/contracts/network/names';
import { commandTexts } from '@nmirf/platform/commands/command-line';
import { InvalidArgumentError } from 'commander';

/** A node's id as it was typed. Throws commander's `InvalidArgumentError`. */
export const node = (value: string): string => {
  if (!nodeId.safeParse(value).success) throw new InvalidArgumentError(commandTexts()('invite.not-a-node', { value }));
  return value;
};
