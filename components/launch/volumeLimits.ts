/** A root volume as a launch template has it. */
export interface VolumeSettings {
  readonly type: "gp2" | "gp3" | "io1" | "io2";
  readonly sizeGiB?: number | undefined;
  readonly iops?: number | undefined;
  /** In MiB/s. */
  readonly throughput?: number | undefined;
}

/** What EBS takes of one volume type. */
interface Limits {
  readonly sizeGiB: readonly [from: number, to: number];
  /** @default - none can be chosen */
  readonly iops?: readonly [from: number, to: number];
  /** The most operations a second for each GiB. */
  readonly iopsPerGiB?: number;
}

/**
 * EC2 checks these only when an instance is launched. Where AWS's pages differ in age the wider limit stands here.
 * https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 * https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDeviceRequest.html
 */
const limits: Readonly<Record<VolumeSettings["type"], Limits>> = {
  gp2: { sizeGiB: [1, 16_384] },
  gp3: { sizeGiB: [1, 65_536], iops: [3000, 80_000], iopsPerGiB: 500 },
  io1: { sizeGiB: [4, 16_384], iops: [100, 64_000], iopsPerGiB: 50 },
  io2: { sizeGiB: [4, 65_536], iops: [100, 256_000], iopsPerGiB: 1000 },
};

/** Of gp3, whatever its size: also what it has where nothing is said. */
const BASELINE_IOPS = 3000;

/** MiB/s of gp3 for each operation a second. */
const THROUGHPUT_PER_IOPS = 0.25;

/** What of a volume no instance could be launched with, and what is wanted instead. */
export function volumeProblems({ type, sizeGiB, iops, throughput }: VolumeSettings) {
  const { sizeGiB: sizes, iops: rates, iopsPerGiB } = limits[type];
  const problems: { readonly field: "sizeGiB" | "iops" | "throughput"; readonly want: string }[] = [];
  if (sizeGiB !== undefined && outside(sizeGiB, sizes))
    problems.push({ field: "sizeGiB", want: `${sizes[0]} to ${sizes[1]} GiB for ${type}` });
  if (iops !== undefined && rates !== undefined && outside(iops, rates))
    problems.push({ field: "iops", want: `${rates[0]} to ${rates[1]} operations a second for ${type}` });
  else if (iops !== undefined && sizeGiB !== undefined && iopsPerGiB !== undefined) {
    const most = Math.max(type === "gp3" ? BASELINE_IOPS : 0, sizeGiB * iopsPerGiB);
    if (iops > most)
      problems.push({
        field: "iops",
        want: `at most ${most} for ${sizeGiB} GiB, ${iopsPerGiB} for each GiB of ${type}`,
      });
  }
  const fastest = (iops ?? BASELINE_IOPS) * THROUGHPUT_PER_IOPS;
  if (type === "gp3" && throughput !== undefined && throughput > fastest)
    problems.push({
      field: "throughput",
      want: `at most ${fastest} MiB/s for ${iops ?? BASELINE_IOPS} operations a second, ${THROUGHPUT_PER_IOPS} for each`,
    });
  return problems;
}

function outside(value: number, [from, to]: readonly [number, number]): boolean {
  return value < from || value > to;
}
