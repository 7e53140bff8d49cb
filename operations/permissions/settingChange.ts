/** A change of who gets the rights of a role and how far they reach, beside what its own policies say. */
export interface SettingChange {
  /** `other` where nobody can say without the account, as for one boundary in place of another. */
  readonly gives: "risky" | "more" | "less" | "other";
  /** Without its subject: `attaches AmazonSSMManagedInstanceCore`. */
  readonly text: string;
  /** What that means, for an attached policy what it allows as far as that is known. @default - the text says it */
  readonly detail?: string;
}
