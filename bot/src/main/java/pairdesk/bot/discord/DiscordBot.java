package pairdesk.bot.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.sharding.ThreadPoolProvider;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Console;
import pairdesk.bot.notify.Messenger;

/** The bot in Discord. Trading never waits for it. */
public final class DiscordBot implements Messenger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(15);

  private final DiscordSettings settings;
  private final ShardManager shards;

  private DiscordBot(DiscordSettings settings, ShardManager shards) {
    this.settings = settings;
    this.shards = shards;
  }

  /**
   * Logs in, registers the commands and begins to serve.
   *
   * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException when Discord refuses the token
   * @throws InterruptedException when stopped while waiting for Discord
   */
  public static DiscordBot start(DiscordSettings settings, Console console)
      throws InterruptedException {
    MessageRequest.setDefaultMentions(
        EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
    ShardManager shards =
        DefaultShardManagerBuilder.createLight(
                settings.token().reveal(), GatewayIntent.GUILD_MESSAGE_REACTIONS)
            .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(settings.apiBase()))
            .setEventPoolProvider(new VirtualThreads())
            .setCallbackPoolProvider(new VirtualThreads())
            .setEnableShutdownHook(false)
            .addEventListeners(new ConsoleListener(console))
            .build();
    var bot = new DiscordBot(settings, shards);
    bot.jda().awaitReady();
    bot.register(console);
    return bot;
  }

  private JDA jda() {
    return shards.getShards().getFirst();
  }

  private void register(Console console) {
    var guild = jda().getGuildById(settings.guild());
    if (guild == null) {
      throw new IllegalStateException("the bot is no member of guild " + settings.guild());
    }
    complete(
        guild
            .updateCommands()
            .addCommands(console.specs().stream().map(Registered::command).toList()));
  }

  @Override
  public Optional<String> post(String channel, Answer.Reply message) {
    return channel(channel)
        .flatMap(c -> complete(c.sendMessage(Rendered.created(message))))
        .map(sent -> sent.getId());
  }

  @Override
  public boolean edit(String channel, String messageId, Answer.Reply message) {
    return channel(channel)
        .flatMap(c -> complete(c.editMessageById(messageId, Rendered.edited(message))))
        .isPresent();
  }

  @Override
  public void react(String channel, String messageId, String emoji) {
    channel(channel)
        .ifPresent(c -> complete(c.addReactionById(messageId, Emoji.fromUnicode(emoji))));
  }

  private Optional<MessageChannel> channel(String id) {
    return Optional.ofNullable(jda().getChannelById(MessageChannel.class, id));
  }

  /** Waits for an answer of Discord; empty when it refused, or did not answer in time. */
  private static <T> Optional<T> complete(RestAction<T> action) {
    try {
      return Optional.ofNullable(action.submit().get(CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (java.util.concurrent.ExecutionException e) {
      String cause =
          e.getCause() instanceof ErrorResponseException refused
              ? refused.getErrorCode() + " " + refused.getMeaning()
              : String.valueOf(e.getCause());
      LOG.atWarn().addKeyValue("cause", cause).log("Discord refused a request");
      return Optional.empty();
    } catch (java.util.concurrent.TimeoutException e) {
      LOG.atWarn().log("Discord did not answer in time");
      return Optional.empty();
    }
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
