package pairdesk.venues.net;

/**
 * A venue could not be read: unreachable, out of budget, or an answer that is not the documented
 * one. Whoever supervises the work catches it and tries again later.
 */
public sealed class VenueException extends RuntimeException permits AccessRefusedException {
  private static final long serialVersionUID = 1L;

  public VenueException(String message) {
    super(message);
  }

  public VenueException(String message, Throwable cause) {
    super(message, cause);
  }
}
