import assert from "node:assert/strict";
import { CreateInstanceProfileCommand } from "@aws-sdk/client-iam";
import { associationProvider } from "../../components/association/associationProvider.ts";
import type { AssociationState } from "../../components/association/state.ts";
import { fakeClock } from "../components/association/associationFixture.ts";
import { faultyAws, type FaultyAws } from "../faults/faultyAws.ts";
import type { Fault, Rule } from "../faults/rules.ts";
import { ownEnvironment } from "../sandbox/environmentVariables.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { rootClients } from "./inAws.ts";
import { launchInstance, profilesOn } from "./instances.ts";

const error = (status: number, code: string, message = "Something went wrong."): Fault => ({
  kind: "error",
  status,
  code,
  message,
});
const twice = { first: 2 };
const once = { first: 1 };

interface Operation {
  readonly name: string;
  /** The request that changes something. */
  readonly action: string;
  /** How EC2 answers when it has done that already. */
  readonly doneAlready: Fault;
  readonly run: (instanceId: string) => Promise<unknown>;
  /** What the instance carries before and after. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

describe("the provider of associations, on an EC2 with faults", () => {
  ownEnvironment();
  let faulty: FaultyAws;

  before(async () => {
    const { iam } = await rootClients();
    for (const InstanceProfileName of ["faults-orders", "faults-reports"])
      await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName, Path: "/shop/faults/" }));
    faulty = await faultyAws((await engineSandbox()).endpoint, 1);
  });
  beforeEach(() => {
    faulty.impose([]);
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_ENDPOINT_URL_EC2: faulty.endpoint,
    });
  });
  after(async () => {
    await faulty.close();
  });

  const wanted = (instanceId: string, name: string) => ({
    instanceId,
    instanceProfileArn: `arn:aws:iam::000000000000:instance-profile/shop/faults/${name}`,
    region: "eu-central-1",
    replaceExisting: false,
  });
  const stateWith = (instanceId: string, name: string): AssociationState => ({
    ...wanted(instanceId, name),
    associationId: "",
    attachedProfileArn: "",
  });
  const provider = () => associationProvider(fakeClock().clock);

  const create: Operation = {
    name: "create",
    action: "AssociateIamInstanceProfile",
    doneAlready: error(400, "IncorrectState", "There is an existing association for instance."),
    run: (id) => provider().create(wanted(id, "faults-orders")),
    from: undefined,
    to: "faults-orders",
  };
  const update: Operation = {
    name: "update",
    action: "ReplaceIamInstanceProfileAssociation",
    doneAlready: error(400, "IncorrectState", "The association is not the active association."),
    run: async (id) => provider().update?.(id, stateWith(id, "faults-orders"), wanted(id, "faults-reports")),
    from: "faults-orders",
    to: "faults-reports",
  };
  const remove: Operation = {
    name: "delete",
    action: "DisassociateIamInstanceProfile",
    doneAlready: error(400, "InvalidAssociationID.NotFound", "An invalid association-id was specified."),
    run: async (id) => provider().delete?.(id, stateWith(id, "faults-orders")),
    from: "faults-orders",
    to: undefined,
  };

  /** Runs an operation on a new instance under rules, and tells what came of it. */
  async function outcomeOf({ from, run }: Operation, rules: readonly Rule[]) {
    const instance = await launchInstance();
    if (from !== undefined) await provider().create(wanted(instance, from));
    faulty.impose(rules);
    const failure = await run(instance).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    const changes = faulty.served.flatMap(({ action, fault }) =>
      action.startsWith("Describe") ? [] : [`${action} ${fault?.kind ?? "passed"}`],
    );
    return { instance, failure, changes, held: await profilesOn(instance) };
  }

  const times = (count: number, text: string) => Array<string>(count).fill(text);

  interface Row {
    readonly title: string;
    readonly of?: readonly Operation[];
    readonly rules: (operation: Operation) => readonly Rule[];
    /** Requests that change something, by what became of them. */
    readonly kinds: readonly string[];
  }
  /** The SDK waits longer after throttling than after other errors. */
  const countOf = (fault: Fault) => (fault.kind === "error" && /Throttl|Limit/.test(fault.code) ? 1 : 2);
  const onChange = (title: string, fault: Fault, of = [create, update, remove]): Row => ({
    title,
    of,
    rules: ({ action }) => [{ actions: [action], when: { first: countOf(fault) }, fault }],
    kinds: [...times(countOf(fault), fault.kind), "passed"],
  });
  const looks = ["DescribeInstances", "DescribeIamInstanceProfileAssociations"];
  const onLook = (title: string, fault: Fault): Row => ({
    title: `${title} at a look`,
    rules: () => [{ actions: looks, when: { first: countOf(fault) }, fault }],
    kinds: ["passed"],
  });
  const invalid = (what: string) =>
    error(400, "InvalidParameterValue", `Value (x) is invalid. Invalid IAM Instance Profile ${what}`);
  const anywhere: readonly (readonly [string, Fault])[] = [
    ["a throttled request", error(503, "RequestLimitExceeded", "Request limit exceeded.")],
    ["an internal error", error(500, "InternalError")],
    ["an EC2 that is not available", error(503, "Unavailable")],
    ["a connection that is lost before the request arrives", { kind: "dropped before" }],
    ["an answer that is lost", { kind: "dropped after" }],
    ["an answer that is cut", { kind: "cut" }],
  ];
  const rows: readonly Row[] = [
    onChange("a profile that EC2 does not know by name yet", invalid("name"), [create, update]),
    onChange("a profile that EC2 does not know by ARN yet", invalid("ARN"), [create, update]),
    onChange("a request that is throttled with status 400", error(400, "Throttling", "Rate exceeded")),
    ...anywhere.flatMap(([title, fault]) => [onChange(title, fault), onLook(title, fault)]),
    {
      title: "a lost answer and a repetition that EC2 refuses",
      rules: ({ action, doneAlready }) => [
        { actions: [action], when: once, fault: { kind: "dropped after" } },
        { actions: [action], when: once, fault: doneAlready },
      ],
      kinds: ["dropped after", "error"],
    },
    {
      title: "more errors in a row than the SDK takes by itself",
      of: [create],
      rules: ({ action }) => [{ actions: [action], when: { first: 4 }, fault: { kind: "dropped before" } }],
      kinds: [...times(4, "dropped before"), "passed"],
    },
    {
      title: "answers that are slow",
      rules: () => [{ when: once, fault: { kind: "slow", milliseconds: 300 } }],
      kinds: ["slow"],
    },
  ];

  for (const { title, of = [create, update, remove], rules, kinds } of rows) {
    for (const operation of of) {
      it(`gets a ${operation.name} through ${title}`, async () => {
        const { failure, changes, held, instance } = await outcomeOf(operation, rules(operation));
        assert.deepEqual(
          { failure, changes, held },
          {
            failure: undefined,
            changes: kinds.map((kind) => `${operation.action} ${kind}`),
            held: operation.to === undefined ? [] : [operation.to],
          },
        );
        const read = await provider().read?.(instance, stateWith(instance, "faults-orders"));
        assert.equal(read?.props?.attachedProfileArn.split("/").at(-1), operation.to);
      });
    }
  }

  const lasting: readonly (readonly [string, Fault])[] = anywhere.filter(([, { kind }]) => kind !== "cut");
  for (const [title, fault] of lasting) {
    it(`keeps a create in the state where it cannot know what became of it: ${title}`, async () => {
      process.env["AWS_MAX_ATTEMPTS"] = "2";
      const { failure, changes, instance } = await outcomeOf(create, [
        { actions: [create.action], when: twice, fault },
      ]);
      const { id, properties } = failure as Error & { id?: string; properties?: AssociationState };
      assert.deepEqual(
        { changes, id, properties },
        {
          changes: times(2, `${create.action} ${fault.kind}`),
          id: instance,
          properties: stateWith(instance, "faults-orders"),
        },
      );
      assert.match(failure?.message ?? "", /^cannot attach instance profile .*: \w+: ./);
      await provider().delete?.(instance, stateWith(instance, "faults-orders"));
      assert.deepEqual(await profilesOn(instance), []);
    });
  }

  it("keeps a create in the state where it took effect and nobody can look at it", async () => {
    process.env["AWS_MAX_ATTEMPTS"] = "1";
    const rules = looks.map((action) => ({ actions: [action] }));
    const { failure, instance, held } = await outcomeOf(create, [
      // The first two looks go through.
      ...rules.map((rule) => ({ ...rule, when: once, fault: { kind: "slow", milliseconds: 0 } as const })),
      ...rules.map((rule) => ({ ...rule, when: once, fault: error(500, "InternalError") })),
    ]);
    assert.deepEqual(
      [(failure as Error & { id?: string }).id, held, failure?.message.split(": ").slice(1)],
      [
        instance,
        ["faults-orders"],
        ["InternalError", "Something went wrong.; run the command again, which goes on from what it finds"],
      ],
    );
  });

  const final = [
    ["UnauthorizedOperation", 403, "You are not authorized to perform this operation."],
    ["InvalidInstanceID.NotFound", 400, "The instance ID does not exist"],
    ["InvalidParameterValue", 400, "Invalid value for instance id"],
  ] as const;
  for (const operation of [create, update, remove]) {
    for (const [code, status, message] of final) {
      it(`fails a ${operation.name} at once on ${code}, says it, and works when it is run again`, async () => {
        const { action } = operation;
        const { failure, changes, held, instance } = await outcomeOf(operation, [
          { actions: [action], when: once, fault: error(status, code, message) },
        ]);
        assert.match(failure?.message ?? "", new RegExp(`^cannot (at|de)tach .*: ${code}: ${message}`));
        const from = operation.from === undefined ? [] : [operation.from];
        assert.deepEqual([changes, held, "id" in (failure ?? {})], [[`${action} error`], from, false]);
        await operation.run(instance);
        assert.deepEqual(await profilesOn(instance), operation.to === undefined ? [] : [operation.to]);
      });
    }
  }
});
