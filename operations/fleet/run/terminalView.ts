import { visibleText } from "../../../commandLine/output/visibleText.ts";
import type { View } from "./view.ts";

/**
 * A live view for a terminal: how far all of it is, and below it what each lane is at. It takes as many lines as there are
 * lanes, however many stacks there are. stdout has to be a terminal too, or listr2 shows nothing of it.
 */
export async function terminalView(stream: NodeJS.WriteStream, title: string): Promise<View> {
  const { Listr, ListrLogger, ProcessOutput } = await import("listr2");
  let setTitle: (text: string) => void = () => undefined;
  let [progress, notice] = ["", ""];
  const showTitle = () => {
    setTitle([title, progress, notice].filter(Boolean).join(": "));
  };
  return {
    lanes: async (count, work) => {
      const logger = new ListrLogger({ useIcons: true, processOutput: new ProcessOutput(stream, stream) });
      const list = new Listr(
        {
          title,
          task: (_, all) => {
            setTitle = (text) => {
              all.title = text;
            };
            const lanes = Array.from({ length: count }, () => ({
              title: "…",
              task: async (_: unknown, lane: { title?: string | undefined }) => {
                await work((text) => {
                  lane.title = visibleText(text);
                });
                lane.title = "nothing left";
              },
            }));
            return all.newListr(lanes, { concurrent: true });
          },
        },
        {
          // Signals are the run's own business.
          registerSignalListeners: false,
          fallbackRenderer: "silent",
          rendererOptions: { logger, formatOutput: "truncate" },
        },
      );
      await list.run();
    },
    progress: (text) => {
      progress = text;
      showTitle();
    },
    line: () => undefined,
    notice: (text) => {
      notice = text;
      showTitle();
    },
  };
}
