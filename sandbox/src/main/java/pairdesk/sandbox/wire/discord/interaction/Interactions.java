package pairdesk.sandbox.wire.discord.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Acknowledged;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Caller;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Failed;
import pairdesk.sandbox.wire.discord.interaction.Interaction.ModalShown;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Stage;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Suggested;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Waiting;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.protocol.Snowflakes;
import pairdesk.sandbox.wire.discord.world.Bulletin;
import pairdesk.sandbox.wire.discord.world.Happening;

/** All interactions whose token is alive, and the two clocks that end them. */
public final class Interactions {
  /** How long the bot has for its first answer. */
  public static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

  /** How long edits and follow-ups work. */
  public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private final Map<Snowflake, Interaction> alive = new LinkedHashMap<>();
  private final Snowflakes ids;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Bulletin bulletin;

  public Interactions(Snowflakes ids, Tokens tokens, InstantSource clock, Bulletin bulletin) {
    this.ids = ids;
    this.tokens = tokens;
    this.clock = clock;
    this.bulletin = bulletin;
  }

  /** Starts an interaction and tells the bot. */
  public Interaction raise(Cause cause, Caller caller, Payloads payloads, ObjectNode data) {
    Interaction interaction =
        new Interaction(ids.next(), tokens.next(), cause, caller, new Waiting());
    alive.put(interaction.id(), interaction);
    bulletin.tell(new Happening.InteractionRaised(payloads.of(interaction, data)));
    return interaction;
  }

  /**
   * The interaction that a callback answers.
   *
   * @throws ApiError 10062 when it is unknown or three seconds have passed, 40060 when it was
   *     answered before
   */
  public Interaction awaiting(Snowflake id, String token) {
    Interaction interaction = alive.get(id);
    if (interaction == null
        || !interaction.token().equals(token)
        || interaction.stage() instanceof Failed) {
      throw ApiError.unknownInteraction();
    }
    if (!interaction.isWaiting()) {
      throw ApiError.alreadyAcknowledged();
    }
    if (isLate(interaction, clock.instant())) {
      fail(interaction);
      throw ApiError.unknownInteraction();
    }
    return interaction;
  }

  /**
   * The interaction behind a webhook token.
   *
   * @throws ApiError 10015 when nothing was answered yet, 50027 when the token is unknown or 15
   *     minutes old
   */
  public Interaction acknowledged(String token) {
    Interaction interaction =
        alive.values().stream()
            .filter(candidate -> candidate.token().equals(token))
            .findFirst()
            .orElseThrow(ApiError::invalidWebhookToken);
    if (clock.instant().isAfter(interaction.raised().plus(TOKEN_LIFE))) {
      throw ApiError.invalidWebhookToken();
    }
    if (interaction.stage() instanceof Waiting || interaction.stage() instanceof Failed) {
      throw ApiError.unknownWebhook();
    }
    return interaction;
  }

  /** Notes how an interaction was answered and tells the one who caused it. */
  void settle(Interaction interaction, Stage stage) {
    alive.put(interaction.id(), interaction.at(stage));
    switch (stage) {
      case Acknowledged answered -> answered(interaction, answered.original());
      case Suggested _ -> {}
      case ModalShown shown ->
          bulletin.tell(
              new Happening.ModalOpened(
                  interaction.id(), interaction.caller().member(), shown.modal()));
      case Failed _ ->
          bulletin.tell(
              new Happening.InteractionFailed(
                  interaction.id(), interaction.caller().member(), interaction.caller().channel()));
      case Waiting _ ->
          throw new IllegalStateException("an answered interaction does not wait again");
    }
  }

  public Optional<Interaction> find(Snowflake id) {
    return Optional.ofNullable(alive.get(id));
  }

  /** Fails what waited too long and forgets what is over; to be called often. */
  public void sweep() {
    Instant now = clock.instant();
    List.copyOf(alive.values()).stream()
        .filter(i -> i.isWaiting() && isLate(i, now))
        .forEach(this::fail);
    alive
        .values()
        .removeIf(
            interaction -> now.isAfter(interaction.raised().plus(TOKEN_LIFE).plus(FIRST_ANSWER)));
  }

  private void fail(Interaction interaction) {
    if (interaction.cause() instanceof Cause.Typing typing) {
      typing
          .suggestions()
          .completeExceptionally(new TimeoutException("the application did not respond"));
    }
    settle(interaction, new Failed());
  }

  private void answered(Interaction interaction, @Nullable Snowflake original) {
    bulletin.tell(
        new Happening.InteractionAnswered(
            interaction.id(), interaction.caller().member(), original));
  }

  private static boolean isLate(Interaction interaction, Instant now) {
    return now.isAfter(interaction.raised().plus(FIRST_ANSWER));
  }
}
