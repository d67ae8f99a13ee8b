package pairdesk.sandbox.wire.discord.world;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.protocol.Snowflakes;

/** All messages of all channels and every change to them. The oldest go when a channel is full. */
public final class Board {
  private static final int MESSAGES_PER_CHANNEL = 5_000;
  private static final int PINS_PER_CHANNEL = 50;
  private static final int REACTIONS_PER_MESSAGE = 20;

  private final Map<Channel, NavigableMap<Snowflake, Message>> messages = new HashMap<>();
  private final Snowflakes ids;
  private final InstantSource clock;
  private final Bulletin bulletin;

  public Board(Snowflakes ids, InstantSource clock, Bulletin bulletin) {
    this.ids = ids;
    this.clock = clock;
    this.bulletin = bulletin;
  }

  public Message post(Member author, Channel channel, Content content, Origin origin) {
    Message message = Message.fresh(ids.next(), channel, author, content, origin);
    NavigableMap<Snowflake, Message> shelf = in(channel);
    shelf.put(message.id(), message);
    if (shelf.size() > MESSAGES_PER_CHANNEL) {
      shelf.pollFirstEntry();
    }
    bulletin.tell(new Happening.MessageCreated(message));
    return message;
  }

  /** Newest first, only what the viewer sees. */
  public List<Message> page(Channel channel, Member viewer, Window window) {
    return window.of(in(channel), message -> message.isVisibleTo(viewer));
  }

  public Optional<Message> find(Channel channel, Snowflake id) {
    return Optional.ofNullable(in(channel).get(id));
  }

  /** Looks in all channels. */
  public Optional<Message> find(Snowflake id) {
    return messages.values().stream()
        .flatMap(shelf -> Optional.ofNullable(shelf.get(id)).stream())
        .findFirst();
  }

  /** A message that the viewer sees, or error 10008. */
  public Message visible(Channel channel, Snowflake id, Member viewer) {
    return find(channel, id)
        .filter(message -> message.isVisibleTo(viewer))
        .orElseThrow(ApiError::unknownMessage);
  }

  /**
   * A message that is there for everyone: ephemeral ones are reachable through their interaction
   * only.
   */
  public Message lasting(Channel channel, Snowflake id) {
    return find(channel, id)
        .filter(message -> !message.isEphemeral())
        .orElseThrow(ApiError::unknownMessage);
  }

  /** The message this author sent with the nonce, if it is still among the newest. */
  public Optional<Message> withNonce(Channel channel, Member author, String nonce) {
    return in(channel).descendingMap().values().stream()
        .limit(100)
        .filter(
            message -> message.author().equals(author) && nonce.equals(message.origin().nonce()))
        .findFirst();
  }

  public Message edit(Message before, Content content) {
    Content shown = content.withFlags(content.flags() & ~MessageFlags.LOADING);
    Message after =
        before.isLoading() ? before.filled(shown) : before.edited(shown, clock.instant());
    replace(after);
    bulletin.tell(new Happening.MessageUpdated(after));
    return after;
  }

  public void delete(Message message) {
    in(message.channel()).remove(message.id());
    bulletin.tell(new Happening.MessageDeleted(message));
  }

  public List<Message> pins(Channel channel) {
    return in(channel).descendingMap().values().stream()
        .filter(m -> m.state().pinned() != null)
        .toList();
  }

  public void pin(Message message, boolean pinned) {
    if (pinned == (message.state().pinned() != null)) {
      return;
    }
    if (pinned && pins(message.channel()).size() >= PINS_PER_CHANNEL) {
      throw ApiError.tooManyPins();
    }
    Message after = message.pinned(pinned ? clock.instant() : null);
    replace(after);
    bulletin.tell(new Happening.MessageUpdated(after));
    bulletin.tell(new Happening.PinsChanged(message.channel()));
  }

  public void react(Message message, Member member, Emoji emoji) {
    Optional<Reaction> existing = message.reaction(emoji);
    if (existing.isPresent() && existing.get().memberIds().contains(member.id())) {
      return;
    }
    if (existing.isEmpty() && message.state().reactions().size() >= REACTIONS_PER_MESSAGE) {
      throw ApiError.tooManyReactions();
    }
    Message after = message.reacted(member, emoji);
    replace(after);
    bulletin.tell(new Happening.ReactionAdded(after, member, emoji));
  }

  public void unreact(Message message, Member member, Emoji emoji) {
    if (message
        .reaction(emoji)
        .filter(reaction -> reaction.memberIds().contains(member.id()))
        .isEmpty()) {
      return;
    }
    Message after = message.unreacted(member, emoji);
    replace(after);
    bulletin.tell(new Happening.ReactionRemoved(after, member, emoji));
  }

  /** Removes one emoji, or all of them when it is null. */
  public void clearReactions(Message message, @Nullable Emoji emoji) {
    List<Reaction> kept = new ArrayList<>(message.state().reactions());
    kept.removeIf(reaction -> emoji == null || reaction.emoji().equals(emoji));
    Message after = message.withReactions(kept);
    replace(after);
    bulletin.tell(new Happening.ReactionsCleared(after, emoji));
  }

  private void replace(Message message) {
    in(message.channel()).replace(message.id(), message);
  }

  private NavigableMap<Snowflake, Message> in(Channel channel) {
    return messages.computeIfAbsent(channel, _ -> new TreeMap<>());
  }
}
