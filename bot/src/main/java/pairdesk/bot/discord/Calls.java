package pairdesk.bot.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests to Discord whose answer is waited for. */
final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private Calls() {}

  /** Waits for an answer of Discord; empty when it refused, or did not answer in time. */
  static <T> Optional<T> complete(Supplier<? extends RestAction<T>> action) {
    try {
      return Optional.ofNullable(
          action.get().submit().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InsufficientPermissionException e) { // JDA knows, and does not ask
      LOG.atWarn().addKeyValue("permission", e.getPermission()).log("Discord does not permit it");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      String cause =
          e.getCause() instanceof ErrorResponseException refused
              ? refused.getErrorCode() + " " + refused.getMeaning()
              : String.valueOf(e.getCause());
      LOG.atWarn().addKeyValue("cause", cause).log("Discord refused a request");
      return Optional.empty();
    } catch (TimeoutException e) {
      LOG.atWarn().log("Discord did not answer in time");
      return Optional.empty();
    }
  }
}
