package pairdesk.sandbox.wire.discord.gateway;

/** Why the gateway closes a connection; numbers as Discord documents them. */
enum CloseCode {
  UNKNOWN_OPCODE(4001),
  DECODE_ERROR(4002),
  NOT_AUTHENTICATED(4003),
  AUTHENTICATION_FAILED(4004),
  ALREADY_AUTHENTICATED(4005),
  INVALID_SEQUENCE(4007),
  RATE_LIMITED(4008),
  SESSION_TIMED_OUT(4009),
  INVALID_INTENTS(4013),
  DISALLOWED_INTENTS(4014);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
