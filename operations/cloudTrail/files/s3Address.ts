/** A bucket and the start of keys in it. */
export interface S3Address {
  readonly bucket: string;
  readonly prefix: string;
}

/** The parts of `s3://bucket/prefix`; undefined for what begins otherwise. */
export function readS3Address(text: string): S3Address | undefined {
  const found = /^s3:\/\/([^/]+)\/?(.*)$/i.exec(text);
  return found ? { bucket: found[1] ?? "", prefix: found[2] ?? "" } : undefined;
}
