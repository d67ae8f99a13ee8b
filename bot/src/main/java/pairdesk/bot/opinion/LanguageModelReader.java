package pairdesk.bot.opinion;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.money.Usd;
import pairdesk.matching.opinion.Opinion;
import pairdesk.matching.opinion.OpinionReader;
import pairdesk.matching.opinion.Prompt;
import pairdesk.matching.opinion.SecondReader;
import pairdesk.venues.net.Backoff;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpSigner;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;

/** A language model as second reader. What it said of the same texts is never paid for twice. */
public final class LanguageModelReader implements SecondReader, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LanguageModelReader.class);
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  /** Calls at once, and in a second; the endpoint's own limits come as 429. */
  private static final int CALLS = 5;

  private final OpinionSettings settings;
  private final Transport transport;
  private final ChatEndpoint endpoint;
  private final OpinionLedger ledger;
  private final Chance chance;

  private LanguageModelReader(OpinionSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
    this.transport = new Transport();
    HttpSigner signer =
        (call, path) ->
            settings
                .key()
                .map(key -> Map.of("Authorization", "Bearer " + key.reveal()))
                .orElse(Map.of());
    this.endpoint =
        new ChatEndpoint(
            new HttpApi(transport, settings.endpoint(), signer, chance),
            settings.model(),
            settings.limits().timeout(),
            new Toll(new TokenBucket(chance.clock(), CALLS, CALLS), 1, Priority.HEDGE));
    this.ledger = OpinionLedger.open(settings.file(), chance.clock());
  }

  /**
   * Opens the file of opinions.
   *
   * @throws IllegalStateException when another process has it
   * @throws UncheckedIOException when it cannot be used
   * @throws IllegalArgumentException when the endpoint is plain text to another machine
   */
  public static LanguageModelReader open(OpinionSettings settings, Chance chance) {
    return new LanguageModelReader(settings, chance);
  }

  @Override
  public Optional<Opinion> known(Question question) {
    return Prompt.of(question).flatMap(prompt -> ledger.known(prompt.key(settings.model())));
  }

  @Override
  public Answer read(Question question) {
    Optional<Prompt> prompt = Prompt.of(question);
    if (prompt.isEmpty()) {
      return new Answer.None("a rule text is too long to be read whole");
    }
    String key = prompt.get().key(settings.model());
    Optional<Opinion> known = ledger.known(key);
    if (known.isPresent()) {
      return new Answer.Given(known.get());
    }
    try {
      Answer answer = ask(prompt.get());
      if (answer instanceof Answer.Given given) {
        ledger.remember(key, given.opinion());
      }
      return answer;
    } catch (UncheckedIOException unwritable) {
      LOG.atWarn().setCause(unwritable).log("no second opinion: its cost cannot be written down");
      return new Answer.None("what it costs cannot be written down");
    }
  }

  private Answer ask(Prompt prompt) {
    Usd worst = settings.limits().prices().of(ChatEndpoint.worst(prompt));
    Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, chance.random());
    for (int attempt = 1; ; attempt++) {
      OptionalLong call = ledger.reserve(worst, settings.limits().dailyCap());
      if (call.isEmpty()) {
        return new Answer.None("today's limit of " + settings.limits().dailyCap() + " is used up");
      }
      switch (endpoint.ask(prompt)) {
        case ChatEndpoint.Reply.Written written -> {
          return settled(call.getAsLong(), written);
        }
        case ChatEndpoint.Reply.Lost(var why) -> {
          return none(why);
        }
        case ChatEndpoint.Reply.Refused refused -> {
          ledger.settle(call.getAsLong(), Usd.ZERO);
          if (!refused.again() || attempt == ATTEMPTS || !slept(backoff.next())) {
            return none(refused.why());
          }
        }
      }
    }
  }

  private Answer settled(long call, ChatEndpoint.Reply.Written written) {
    written.usage().ifPresent(usage -> ledger.settle(call, settings.limits().prices().of(usage)));
    LOG.atInfo()
        .addKeyValue("model", settings.model())
        .addKeyValue("spentToday", ledger.spentToday())
        .log("second opinion");
    if (written.text().isEmpty()) {
      return none("the answer was not finished");
    }
    Answer answer = OpinionReader.read(written.text(), settings.model());
    return answer instanceof Answer.None(var why) ? none(why) : answer;
  }

  private Answer none(String why) {
    LOG.atWarn().addKeyValue("model", settings.model()).addKeyValue("why", why).log("no opinion");
    return new Answer.None(why);
  }

  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    transport.close();
    ledger.close();
  }
}
