package pairdesk.sandbox.wire.discord.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** A message as it stands now; {@link Board} holds the current one of each. */
public record Message(
    Snowflake id, Channel channel, Member author, Content content, Origin origin, State state) {

  /** What happens to a message after it was sent. */
  public record State(
      @Nullable Instant edited, @Nullable Instant pinned, List<Reaction> reactions) {
    public State {
      reactions = List.copyOf(reactions);
    }
  }

  static Message fresh(
      Snowflake id, Channel channel, Member author, Content content, Origin origin) {
    return new Message(id, channel, author, content, origin, new State(null, null, List.of()));
  }

  public boolean isEphemeral() {
    return content.has(MessageFlags.EPHEMERAL);
  }

  public boolean isLoading() {
    return content.has(MessageFlags.LOADING);
  }

  /** Ephemeral messages are there for the one who caused them only. */
  public boolean isVisibleTo(Member viewer) {
    return !isEphemeral()
        || (origin.invocation() != null && origin.invocation().by().equals(viewer));
  }

  public Optional<Reaction> reaction(Emoji emoji) {
    return state.reactions().stream()
        .filter(reaction -> reaction.emoji().equals(emoji))
        .findFirst();
  }

  Message edited(Content next, Instant when) {
    return new Message(
        id, channel, author, next, origin, new State(when, state.pinned(), state.reactions()));
  }

  /** A deferred answer that gets its content: not an edit in the reader's eyes. */
  Message filled(Content next) {
    return new Message(id, channel, author, next, origin, state);
  }

  Message pinned(@Nullable Instant when) {
    return withState(new State(state.edited(), when, state.reactions()));
  }

  Message withReactions(List<Reaction> reactions) {
    return withState(new State(state.edited(), state.pinned(), reactions));
  }

  Message reacted(Member member, Emoji emoji) {
    if (reaction(emoji).isEmpty()) {
      Reaction first = new Reaction(emoji, List.of(member.id()));
      return withReactions(Stream.concat(state.reactions().stream(), Stream.of(first)).toList());
    }
    return withReactions(
        state.reactions().stream()
            .map(r -> r.emoji().equals(emoji) ? r.with(member.id()) : r)
            .toList());
  }

  Message unreacted(Member member, Emoji emoji) {
    return withReactions(
        state.reactions().stream()
            .map(r -> r.emoji().equals(emoji) ? r.without(member.id()) : r)
            .filter(r -> !r.memberIds().isEmpty())
            .toList());
  }

  private Message withState(State next) {
    return new Message(id, channel, author, content, origin, next);
  }
}
