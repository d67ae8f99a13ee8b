package pairdesk.sandbox.wire.discord.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Origin;

/** One interaction as it stands; {@link Interactions} holds the current one. */
public record Interaction(Snowflake id, String token, Cause cause, Caller caller, Stage stage) {

  /** Who did it and where. */
  public record Caller(Member member, Channel channel) {}

  /** How far it has come. */
  public sealed interface Stage {}

  public record Waiting() implements Stage {}

  /** Answered; {@code original} is the message that {@code @original} means. */
  public record Acknowledged(Snowflake original) implements Stage {}

  public record ModalShown(ObjectNode modal) implements Stage {}

  public record Suggested() implements Stage {}

  public record Failed() implements Stage {}

  Instant raised() {
    return id.moment();
  }

  boolean isWaiting() {
    return stage instanceof Waiting;
  }

  Interaction at(Stage next) {
    return new Interaction(id, token, cause, caller, next);
  }

  /** What the answering message says about where it comes from. */
  Origin origin() {
    @Nullable Snowflake repliesTo = cause.source() == null ? null : cause.source().id();
    return new Origin(invocation(), repliesTo, null);
  }

  private Origin.Invocation invocation() {
    return switch (cause) {
      case Cause.Invoked(var name) -> invocation(name, null, null);
      case Cause.Pressed(var message) -> invocation("", message.id(), null);
      case Cause.Submitted(var opener) -> invocation("", null, opener.invocation());
      case Cause.Typing _ -> invocation("", null, null);
    };
  }

  private Origin.Invocation invocation(
      String command, @Nullable Snowflake pressedAt, Origin.@Nullable Invocation opener) {
    return new Origin.Invocation(id, cause.type(), caller.member(), command, pressedAt, opener);
  }
}
