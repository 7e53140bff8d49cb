import type { Readable } from "node:stream";

/** Environment with which the Terraform provider writes each error as a JSON line on stderr. */
export const errorLogEnvironment = { TF_LOG: "JSON", TF_LOG_PROVIDER: "ERROR" } as const;

interface LogEntry {
  readonly diagnostic_severity?: string;
  readonly diagnostic_summary?: string;
  readonly diagnostic_detail?: string;
  readonly tf_resource_type?: string;
  readonly tf_data_source_type?: string;
}

interface ReportedError {
  readonly type: string | undefined;
  readonly at: number;
  readonly text: string;
}

function parse(line: string): LogEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" ? ((value as LogEntry | null) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Errors that the Terraform provider logged. The bridge ends an error's text with a space where Terraform gives no
 * detail; it travels as an HTTP/2 header, and Node drops a header that ends with a space (RFC 9113, section 8.2.1), so the
 * text arrives empty and is taken from here. Two failures of one type at the same moment can swap their texts; each names
 * its resource.
 */
export class ErrorLog {
  readonly #errors: ReportedError[] = [];

  /** Reads log lines from the bridge; a line that is no log entry goes to `pass`. */
  constructor(log: Readable, pass: (line: string) => void) {
    let rest = "";
    log.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.#read(line, pass);
    });
  }

  #read(line: string, pass: (line: string) => void): void {
    const entry = parse(line);
    if (!entry) pass(line);
    else if (entry.diagnostic_severity === "ERROR") {
      const text = [entry.diagnostic_summary, entry.diagnostic_detail].filter(Boolean).join(": ");
      this.#errors.push({ type: entry.tf_resource_type ?? entry.tf_data_source_type, at: Date.now(), text });
    }
  }

  /** The text of an error of a Terraform type since a moment; waits up to a second for the log to catch up. */
  async textOf(type: string, since: number): Promise<string | undefined> {
    for (const end = Date.now() + 1000; Date.now() < end;) {
      const index = this.#errors.findIndex(
        (error) => error.at >= since && (!error.type || error.type === type),
      );
      if (index >= 0) return this.#errors.splice(index, 1)[0]?.text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  }
}
