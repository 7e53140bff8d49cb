/** A place in a stack file that cannot be edited without touching more than it; the message says why. */
export class NotEditable extends Error {
  override readonly name = "NotEditable";
}
