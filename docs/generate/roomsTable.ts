import { type Room, shownImports } from "../../rooms.ts";

const code = (name: string) => `\`${name}\``;

/** The rooms as a table in Markdown, for CONTRIBUTING.md. */
export function roomsTable(rooms: readonly Room[]): string {
  const rows = rooms.map((room) => [code(`${room.name}/`), room.holds, shownImports(room, code)].join(" | "));
  return ["room | who lives there | may import", "--- | --- | ---", ...rows]
    .map((row) => `| ${row} |`)
    .join("\n");
}
