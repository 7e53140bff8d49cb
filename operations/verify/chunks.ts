/** Lists of at most so many values: an EC2 filter takes 200. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html */
export function chunks<T>(values: readonly T[], size = 200): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
