/** Offers a text to be saved as a file; the browser says where. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // The browser has begun to read it only once it was given its turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
