import type { StackAccess, WorkloadAccess } from "../show/access";
import { cell } from "../show/accessTable";
import { Legend, Marks, marksInWords } from "./marks";
import { counted, hrefOf, placeOf, servicesOf } from "./words";

/** Workloads beside services; each cell leads to the rights in words. */
export function Matrix({ access }: { readonly access: StackAccess }) {
  const services = servicesOf(access);
  return (
    <section class="matrix">
      <h2 id="matrixTitle">Workloads and services</h2>
      <Legend access={access} />
      <div class="scrolls" tabIndex={0} role="region" aria-labelledby="matrixTitle">
        <table id="accessMatrix">
          <thead>
            <tr>
              <th scope="col">Workload</th>
              {services.map((service) => (
                <th key={service} scope="col" class="service-name">
                  <span>{service}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {access.workloads.map((workload) => (
              <Row key={workload.name} workload={workload} services={services} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly workload: WorkloadAccess;
  readonly services: readonly string[];
}

function Row({ workload, services }: RowProps) {
  const { name, managedPolicies } = workload;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf(name)}>{name}</a>
        {managedPolicies.length > 0 && (
          <span class="beside" title={managedPolicies.join(", ")}>
            + {counted(managedPolicies.length, "attached policy", "attached policies")}
          </span>
        )}
      </th>
      {services.map((service) => (
        <td key={service}>
          {cell(workload, service) !== "" && (
            <a
              href={hrefOf(placeOf(workload, service))}
              aria-label={`${name}, ${service}: ${marksInWords(workload, service)}`}
            >
              <Marks of={workload} service={service} />
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}
