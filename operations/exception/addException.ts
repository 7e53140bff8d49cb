import { isMap, isSeq, parseDocument } from "yaml";
import { isDeepStrictEqual } from "node:util";
import { Failure } from "../../commandLine/failure.ts";
import type { Exception } from "../../policypack/exceptions/exception.ts";
import { exceptionText } from "../../policypack/exceptions/exceptionText.ts";
import { EXCEPTIONS_FILE } from "../permissions/check/exceptionsFile.ts";

/**
 * The text of a file of exceptions with one more entry, behind the others. All the rest stays byte for byte.
 *
 * @throws Failure where the file is no list, or written so that an entry cannot be put behind the others.
 */
export function withException(text: string, entry: Exception): string {
  const document = parseDocument(text);
  const byHand = (why: string) =>
    new Failure(`${EXCEPTIONS_FILE}: ${why}; put the entry there by hand:\n${exceptionText(entry)}`);
  if (document.errors.length > 0) throw byHand("it is not valid YAML");
  const before: unknown = document.toJS();
  if (before !== null && before !== undefined && !Array.isArray(before)) throw byHand("it is not a list");
  const after = inserted(text, document, entry);
  const wanted = [...((before as unknown[] | null) ?? []), { ...entry }];
  const reread = parseDocument(after);
  if (reread.errors.length > 0 || !isDeepStrictEqual(reread.toJS(), wanted))
    throw byHand("nothing can be put behind the last entry");
  return after;
}

function inserted(text: string, document: ReturnType<typeof parseDocument>, entry: Exception): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const block = (column: number) =>
    exceptionText(entry)
      .replace(/^(?=.)/gm, " ".repeat(column))
      .replaceAll("\n", newline);
  const list = document.contents;
  if (!isSeq(list) || !list.range) return `${ended(text, newline)}${block(0)}`;
  const [start, end] = list.range;
  if (list.flow === true && list.items.length === 0)
    return `${text.slice(0, start)}${block(0).trimEnd()}${text.slice(end)}`;
  if (list.flow === true) {
    const close = text.lastIndexOf("]", end - 1);
    const last = text.slice(0, close).trimEnd();
    const comma = last.endsWith(",") ? " " : ", ";
    return `${last}${comma}${JSON.stringify(entry)}${text.slice(last.length)}`;
  }
  const item = list.items.at(-1);
  const itemEnd = isMap(item) && item.range ? item.range[1] : end;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const at = text[itemEnd - 1] === "\n" ? itemEnd : text.indexOf("\n", itemEnd) + 1 || text.length;
  return `${ended(text.slice(0, at), newline)}${block(start - lineStart)}${text.slice(at)}`;
}

const ended = (text: string, newline: string) =>
  text === "" || text.endsWith("\n") ? text : `${text}${newline}`;
