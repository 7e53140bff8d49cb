/** The keys of a principal as the SDK takes them. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** MiniStack's root, whose credentials are public. */
export const emulatorRoot: Credentials = { accessKeyId: "test", secretAccessKey: "test" };
