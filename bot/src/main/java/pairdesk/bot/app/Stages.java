package pairdesk.bot.app;

import java.time.Duration;

/** Told how long a stage took; by any thread, and never in anybody's way. */
@FunctionalInterface
interface Stages {
  Stages UNHEEDED = (stage, span) -> {};

  void took(Stage stage, Duration span);
}
