package pairdesk.matching.file;

/** A line that is not a listing; the message is for the person who wrote the file. */
final class BadLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadLineException(String message) {
    super(message);
  }
}
