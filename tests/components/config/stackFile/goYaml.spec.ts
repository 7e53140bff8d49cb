import assert from "node:assert/strict";
import { readGoYaml } from "../../../../components/config/stackFile/goYaml.ts";

describe("YAML as Go reads it", () => {
  for (const [source, value] of [
    ["010", 8],
    ["-010", -8],
    ["08", 8],
    ["012345678901", 12345678901],
    ["020222070707", 2185785799],
    ["1_000", 1000],
    ["_1", "_1"],
    ["0x1F", 31],
    ["0o17", 15],
    ["0b101", 5],
    ["+12", 12],
    ["1e3", 1000],
    [".5", 0.5],
    [".5_0", 0.5],
    [".5__0", ".5__0"],
    ["1:30", "1:30"],
    ["18446744073709551615", 18446744073709551615n],
    ["yes", "yes"],
    ["True", true],
    ["tRue", "tRue"],
    ["~", null],
    ["", null],
    ["Null", null],
    ["2027-03-31", "2027-03-31 00:00:00 +0000 UTC"],
    ["2027-3-1T1:2:3.50+02:00", "2027-03-01 01:02:03.5 +0200 +0200"],
    ["2027-02-30", "2027-02-30"],
    ['"010"', "010"],
    ["'~'", "~"],
    ["!!str 010", "010"],
  ] as const)
    it(`reads ${source || "nothing"} as ${typeof value} ${String(value)}`, () => {
      const { value: read, problems } = readGoYaml(`a: ${source}\n`);
      assert.deepEqual([read, problems], [{ a: value }, []]);
    });

  for (const [what, text, value] of [
    ["an alias", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
    [
      "a merge, which the map's own keys win",
      "a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}",
      { a: { k: 1, l: 2 }, b: { k: 3, l: 2 } },
    ],
    [
      "a merge of several maps, of which the first wins",
      "a: {<<: [{k: 1}, {k: 2, l: 2}]}",
      { a: { k: 1, l: 2 } },
    ],
    [
      "a merge of what merges",
      "a: &x {k: 1}\nb: &y {<<: *x}\nc: {<<: *y}",
      { a: { k: 1 }, b: { k: 1 }, c: { k: 1 } },
    ],
    ["a quoted merge key as a key", 'a: {"<<": 1}', { a: { "<<": 1 } }],
    [
      "keys that are no texts",
      "a: {1: x, 0x2: y, Null: z, true: u}",
      { a: { 1: "x", 2: "y", "<nil>": "z", true: "u" } },
    ],
    ["a byte order mark", "\uFEFFa: 1", { a: 1 }],
    ["an empty text", "", null],
    ["a key that is a part of every object", "__proto__: {a: 1}", JSON.parse('{"__proto__":{"a":1}}')],
  ] as const)
    it(`follows ${what}`, () => {
      const read = readGoYaml(text);
      assert.deepEqual([read.value, read.problems], [value, []]);
    });

  for (const [what, text, place, problem] of [
    [
      "a second document",
      "a: 1\n---\nb: 1",
      [2, 1],
      /^not valid YAML at line 2, column 1 \(multiple docs\)$/,
    ],
    ["a key twice", "a: 1\n'a': 2", [2, 1], /^not valid YAML at line 2, column 1 \(duplicate key\)$/],
    ["two keys that become one", "1: a\n0x1: b", [2, 1], /duplicate key/],
    ["a second merge key", "a: &x {}\nb: {<<: *x, <<: *x}", [2, 13], /^got a second merge key/],
    ["a merge of no map", "a: {<<: [1]}", [1, 9], /^got something else than maps behind a merge key/],
    ["a merge of an alias of a list", "a: &x [{b: 1}]\nc: {<<: *x}", [2, 9], /^got something else than maps/],
    ["a map that merges itself", "a: &x {<<: *x}", [1, 7], /^got a map that merges itself/],
    ["an alias of what it stands in", "a: &x [*x]", [1, 8], /^got an alias of nothing/],
    ["an alias of nothing", "a: *x", [1, 4], /^got an alias of nothing/],
    ["a tag", "a: !!int 3", [1, 10], /^got a tag, want a text in quotes/],
    ["a tag of its own on a map", "a: !x {}", [1, 7], /^got a tag, want it without one/],
    ["a number without end", "a: .inf", [1, 4], /^got a number without end/],
    ["a list as a key", "? [1]\n: 2", [1, 3], /^got a key that is a map or a list/],
    ["a key with a fraction", "1.5: a", [1, 1], /^got a number with a fraction as a key/],
    // To Go the comment ends there, and what follows is a key.
    ["a carriage return in a comment", "a: 1 # x\rb: 2", [1, 9], /^got the end of a line U\+000D, want/],
    ["a next line in a comment", "a: 1\n# x\u0085b: 2", [2, 4], /^got the end of a line U\+0085, want/],
    ["a line separator in a text", "a: 1\nb: '\u2028'", [2, 5], /^got the end of a line U\+2028, want/],
    ["a paragraph separator in a comment", "# \u2029a: 1", [1, 3], /^got the end of a line U\+2029, want/],
  ] as const)
    it(`refuses ${what}, and says where`, () => {
      const [first, ...more] = readGoYaml(text).problems;
      assert.deepEqual([first?.place, more], [{ line: place[0], column: place[1] }, []]);
      assert.match(first?.problem ?? "", problem);
    });

  for (const text of ["a: 1 # x\r\n", 'a: "\\r\\x85\\u2028\\u2029"\n', "# \u00a0\u200b\na: 1"])
    it(`takes ends of lines that all readers see, and escapes: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readGoYaml(text).problems, []);
    });

  it("finds where a value stands, also behind a merge and an alias", () => {
    const { placeOf } = readGoYaml(
      "base: &x\n  tags: {a: b}\nlist:\n  - *x\n  - own\nmap:\n  <<: *x\n  k: 1\n",
    );
    const places = [
      ["list", 0],
      ["list", 1],
      ["list", 0, "tags", "a"],
      ["map", "tags"],
      ["map", "k"],
      ["map", "none"],
    ];
    assert.deepEqual(
      places.map((path) => placeOf(path)),
      [
        { line: 4, column: 5 },
        { line: 5, column: 5 },
        { line: 2, column: 10 },
        { line: 2, column: 3 },
        { line: 8, column: 3 },
        undefined,
      ],
    );
  });

  for (const text of ["a: { b: x-{account} }", "a: {stack}-x", "a: [x-{region}]"])
    it(`says that a placeholder wants quotes where YAML takes it for a map: ${text}`, () => {
      const [first] = readGoYaml(`c: 1\n${text}\n`).problems;
      assert.match(
        first?.problem ?? "",
        /^not valid YAML at line 2, column \d+ \(.*; a text with a placeholder such as \{account\} needs quotes here\)$/,
      );
    });

  it("reads a placeholder behind other letters as a text", () => {
    assert.deepEqual(readGoYaml("a: x-{account}\nb: '{account}'\n").value, {
      a: "x-{account}",
      b: "{account}",
    });
  });
});
