package pairdesk.venues.net;

/**
 * The venue has answered, and does not let us in: it is there, and asking at once does not help.
 */
public final class AccessRefusedException extends VenueException {
  private static final long serialVersionUID = 1L;

  public AccessRefusedException(String message) {
    super(message);
  }
}
