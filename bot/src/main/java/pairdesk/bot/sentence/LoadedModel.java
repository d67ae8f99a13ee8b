package pairdesk.bot.sentence;

import pairdesk.matching.score.SentenceModel;

/** A model of sentences that holds memory until it is closed. */
public interface LoadedModel extends SentenceModel, AutoCloseable {
  @Override
  void close();
}
