package io.jinlin.hub.copies;

/**
 * That a copy of a person's data was handed out.
 *
 * @param id names it; stands in the copy too
 * @param digest SHA-256 of the zip file, 64 hexadecimal digits: whoever has the file can show that
 *     it is this one
 * @param bytes size of the zip file
 */
public record CopyReceipt(
    String id, long person, long atMillis, String account, String digest, int bytes) {}
