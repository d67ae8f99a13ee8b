package pairdesk.sandbox.wire.discord.interaction;

/** Which callback type may answer what; numbers from Discord's "Interaction callback type". */
final class CallbackRules {
  static final int MESSAGE = 4;
  static final int DEFERRED_MESSAGE = 5;
  static final int DEFERRED_UPDATE = 6;
  static final int UPDATE = 7;
  static final int SUGGESTIONS = 8;
  static final int MODAL = 9;

  private CallbackRules() {}

  static boolean allows(Cause cause, int type) {
    return switch (cause) {
      case Cause.Typing _ -> type == SUGGESTIONS;
      case Cause.Invoked _ -> type == MESSAGE || type == DEFERRED_MESSAGE || type == MODAL;
      case Cause.Pressed _ -> (type >= MESSAGE && type <= UPDATE) || type == MODAL;
      case Cause.Submitted submitted ->
          type == MESSAGE
              || type == DEFERRED_MESSAGE
              || (submitted.message() != null && (type == DEFERRED_UPDATE || type == UPDATE));
    };
  }
}
