export declare const HEAP: readonly string[];
