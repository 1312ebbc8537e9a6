declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  interface Options {
    readonly silent: boolean;
    readonly directory: string;
    readonly vhostBuckets: boolean;
    readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
  }
  export default class S3rver {
    constructor(options: Options);
    configureBuckets(): Promise<void>;
    callback(): RequestListener;
  }
}

declare module 'aws4' {
  interface Signable {
    readonly service: string;
    readonly region: string;
    readonly method: string | undefined;
    readonly path: string | undefined;
    readonly headers: Readonly<Record<string, string>>;
  }
  const aws4: {
    sign(
      request: Signable,
      keys: { readonly accessKeyId: string; readonly secretAccessKey: string },
    ): { readonly headers: Readonly<Record<string, string>> };
  };
  export default aws4;
}
