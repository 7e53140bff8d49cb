const counts = new Uint32Array(256);

/** Shannon entropy in bits per character. Characters beyond Latin-1 count by their lower byte: no key has any. */
export function entropy(text: string): number {
  counts.fill(0);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) & 255;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
