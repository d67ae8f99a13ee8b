package pairdesk.sandbox.wire.discord.interaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.world.Message;

/** What a person did, with the number that Discord gives this type of interaction. */
public sealed interface Cause {
  int type();

  /** A slash command, by its full name such as {@code mode set}. */
  record Invoked(String commandName) implements Cause {
    @Override
    public int type() {
      return 2;
    }
  }

  /** A button pressed or values selected under a message. */
  record Pressed(Message message) implements Cause {
    @Override
    public int type() {
      return 3;
    }
  }

  /** Typing in an option that wants suggestions; they arrive in the future. */
  record Typing(CompletableFuture<ArrayNode> suggestions) implements Cause {
    @Override
    public int type() {
      return 4;
    }
  }

  /**
   * A form sent off.
   *
   * @param opener the interaction that the form answered
   */
  record Submitted(Interaction opener) implements Cause {
    /** The message under which the form was opened, if any. */
    @Nullable Message message() {
      return opener.cause().source();
    }

    @Override
    public int type() {
      return 5;
    }
  }

  /** The message that the answer may change in place. */
  default @Nullable Message source() {
    return switch (this) {
      case Pressed pressed -> pressed.message();
      case Submitted submitted -> submitted.message();
      case Invoked _, Typing _ -> null;
    };
  }
}
