/**
 * Notes that were typed but are not in the file yet, by record: what the disk refused is still there
 * when the reader comes back to the record.
 */
export const unsavedNotes = new Map<string, string>()
