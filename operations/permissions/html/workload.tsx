import type { ServiceRight, WorkloadAccess } from "../show/access";
import { rightInWords } from "../show/accessTable";
import { Marks } from "./marks";
import { placeOf } from "./words";

/** One role: what it is, what limits it, and each of its rights in words. */
export function Workload({ workload }: { readonly workload: WorkloadAccess }) {
  const { name, roleName, rights, managedPolicies, permissionsBoundary, instances } = workload;
  const services = [...new Set(rights.map(({ service }) => service))];
  return (
    <article id={name} aria-labelledby={`${name}.Name`}>
      <h3 id={`${name}.Name`}>{name}</h3>
      <dl class="about">
        <About name="Role" values={[roleName]} />
        <About name="Boundary" values={permissionsBoundary === undefined ? [] : [permissionsBoundary]}>
          limits everything below, and what attached policies allow
        </About>
        <About name="Attached" values={managedPolicies}>
          what it allows is kept by AWS or the account, and not shown here
        </About>
        <About name="Instances" values={instances} />
      </dl>
      {rights.length === 0 && (
        <p>{managedPolicies.length > 0 ? "It has no rights of its own." : "It may do nothing."}</p>
      )}
      {services.map((service) => (
        <section key={service} id={placeOf(workload, service)}>
          <h4>
            <code>{service}</code> <Marks of={workload} service={service} />
          </h4>
          <ul>
            {rights
              .filter((right) => right.service === service)
              .map((right) => (
                <Right key={rightInWords(right)} right={right} />
              ))}
          </ul>
        </section>
      ))}
    </article>
  );
}

interface AboutProps {
  readonly name: string;
  readonly values: readonly string[];
  /** @default - nothing to add */
  readonly children?: string;
}

function About({ name, values, children }: AboutProps) {
  if (values.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {values.map((value) => (
          <code key={value}>{value}</code>
        ))}
        {children !== undefined && <span class="muted">{children}</span>}
      </dd>
    </div>
  );
}

/** The actions stand on their own line: they prove what the words before say. */
function Right({ right }: { readonly right: ServiceRight }) {
  const words = rightInWords(right);
  const actions = `(${right.actions.join(", ")})`;
  return (
    <li class={right.effect === "Deny" ? "never" : undefined}>
      {words.slice(0, -actions.length)}
      <code class="muted">{actions}</code>
    </li>
  );
}
