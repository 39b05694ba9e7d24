/** Of every engine, but of no library that is without a browser's. */
declare function atob(text: string): string;
declare function btoa(binary: string): string;

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(bytes.reduce((binary, byte) => binary + String.fromCharCode(byte), ""));
}

/** Engines' own decoding, several times quicker: Chrome has it from 140 on. */
const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;

/** What `toBase64` was given. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (native) return native(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
