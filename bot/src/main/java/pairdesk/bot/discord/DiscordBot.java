package pairdesk.bot.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.sharding.ThreadPoolProvider;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Console;
import pairdesk.bot.notify.Loudness;
import pairdesk.bot.notify.Messenger;

/** The bot in Discord. Trading never waits for it. */
public final class DiscordBot implements Messenger, AutoCloseable {

  private final DiscordSettings settings;
  private final ShardManager shards;
  private final MissedReactions missed;

  private DiscordBot(DiscordSettings settings, ShardManager shards, MissedReactions missed) {
    this.settings = settings;
    this.shards = shards;
    this.missed = missed;
  }

  /**
   * Logs in, registers the commands and begins to serve.
   *
   * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException when Discord refuses the token
   * @throws IllegalStateException when the bot is no member of the guild
   * @throws InterruptedException when stopped while waiting for Discord
   */
  public static DiscordBot start(DiscordSettings settings, Console console, AnswerTimes times)
      throws InterruptedException {
    MessageRequest.setDefaultMentions(
        EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
    var missed = new MissedReactions(console, settings.guild());
    ShardManager shards =
        DefaultShardManagerBuilder.createLight(
                settings.token().reveal(), GatewayIntent.GUILD_MESSAGE_REACTIONS)
            .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(settings.apiBase()))
            .setEventPoolProvider(new VirtualThreads())
            .setCallbackPoolProvider(new VirtualThreads())
            .setEnableShutdownHook(false)
            .addEventListeners(new ConsoleListener(console, times), missed)
            .build();
    var bot = new DiscordBot(settings, shards, missed);
    boolean serves = false;
    try {
      bot.jda().awaitReady();
      bot.register(console);
      serves = true;
      return bot;
    } finally {
      if (!serves) {
        bot.close(); // or each attempt would leave a session that answers people too
      }
    }
  }

  private JDA jda() {
    return shards.getShards().getFirst();
  }

  /** Reads what was reacted before the bot was there; once it can answer. */
  public void readMissedReactions() {
    missed.read(jda());
  }

  private void register(Console console) {
    var guild = jda().getGuildById(settings.guild());
    if (guild == null) {
      throw new IllegalStateException(
          "the bot is no member of guild %s: correct DISCORD_GUILD_ID, or invite it there"
              .formatted(settings.guild()));
    }
    Calls.complete(() ->
        guild
            .updateCommands()
            .addCommands(console.specs().stream().map(Registered::command).toList()));
  }

  @Override
  public Optional<String> post(String channel, Answer.Reply message, Loudness how) {
    return channel(channel)
        .flatMap(c -> Calls.complete(() -> told(c.sendMessage(Rendered.created(message)), how)))
        .map(sent -> sent.getId());
  }

  private static MessageCreateAction told(MessageCreateAction message, Loudness how) {
    if (how.named().isEmpty()) {
      return message.setSuppressedNotifications(how.silent());
    }
    String names = how.named().stream().map(id -> "<@" + id + ">").collect(Collectors.joining(" "));
    return message.setContent(names).mentionUsers(how.named());
  }

  @Override
  public void pin(String channel, String messageId) {
    channel(channel).ifPresent(c -> Calls.complete(() -> c.pinMessageById(messageId)));
  }

  @Override
  public boolean edit(String channel, String messageId, Answer.Reply message) {
    return channel(channel)
        .flatMap(c -> Calls.complete(() -> c.editMessageById(messageId, Rendered.edited(message))))
        .isPresent();
  }

  @Override
  public void react(String channel, String messageId, String emoji) {
    channel(channel)
        .ifPresent(
            c -> Calls.complete(() -> c.addReactionById(messageId, Emoji.fromUnicode(emoji))));
  }

  private Optional<MessageChannel> channel(String id) {
    return Optional.ofNullable(jda().getChannelById(MessageChannel.class, id));
  }

  @Override
  public void close() {
    List<JDA> running = List.copyOf(shards.getShards());
    shards.shutdown();
    for (JDA jda : running) {
      try {
        if (!jda.awaitShutdown(Duration.ofSeconds(3))) {
          jda.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** JDA ends the pools that it was given with itself. */
  private static final class VirtualThreads implements ThreadPoolProvider<ExecutorService> {
    @Override
    public ExecutorService provide(int shard) {
      return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Override
    public boolean shouldShutdownAutomatically(int shard) {
      return true;
    }
  }
}
