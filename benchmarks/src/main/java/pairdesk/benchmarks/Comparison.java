package pairdesk.benchmarks;

import java.util.List;

/**
 * One benchmark and what it is measured against.
 *
 * @param work what both do
 * @param measured class and method, {@code DetectionBenchmark.look}
 * @param baseline the same, of the plain composition
 */
record Comparison(String work, String measured, String baseline) {
  static final List<Comparison> ALL =
      List.of(
          new Comparison(
              "Kalshi frame to integers; Jackson tree and exact decimals",
              "KalshiFrameBenchmark.scanned",
              "KalshiFrameBenchmark.databind"),
          new Comparison(
              "Kalshi delta to immutable book; TreeMap<BigDecimal> in place",
              "BookUpdateBenchmark.kalshiBook",
              "BookUpdateBenchmark.decimalsInPlace"),
          new Comparison(
              "Kalshi delta to immutable book; TreeMap<BigDecimal> copied for the reader",
              "BookUpdateBenchmark.kalshiBook",
              "BookUpdateBenchmark.decimalsCopied"),
          new Comparison(
              "changed book, no gap: strategy; BigDecimal walk",
              "DetectionBenchmark.lookWithoutGap",
              "DetectionBenchmark.decimalsWithoutGap"),
          new Comparison(
              "changed book, gap: strategy; BigDecimal walk",
              "DetectionBenchmark.lookWithGap",
              "DetectionBenchmark.decimalsWithGap"),
          new Comparison(
              "changed book, no gap: whole engine batch; BigDecimal walk",
              "EngineBenchmark.batchWithoutGap",
              "EngineBenchmark.decimalsWithoutGap"),
          new Comparison(
              "changed book, gap: whole engine batch with risk gate; BigDecimal walk",
              "EngineBenchmark.batchWithGap",
              "EngineBenchmark.decimalsWithGap"),
          new Comparison(
              "Polymarket order drafted, signed, encoded; web3j digest and signature",
              "PolymarketSigningBenchmark.prepare",
              "PolymarketSigningBenchmark.web3j"),
          new Comparison(
              "Polymarket order digest; web3j's encoder of structured data",
              "PolymarketSigningBenchmark.digest",
              "PolymarketSigningBenchmark.web3jDigest"),
          new Comparison(
              "Polymarket signature, native code; web3j",
              "PolymarketSigningBenchmark.sign",
              "PolymarketSigningBenchmark.web3jSignature"),
          new Comparison(
              "Polymarket signature, native code; bare call of libsecp256k1",
              "PolymarketSigningBenchmark.sign",
              "PolymarketSigningBenchmark.signBare"),
          new Comparison(
              "Polymarket signature, without native code; web3j",
              "PolymarketSigningBenchmark.signPortable",
              "PolymarketSigningBenchmark.web3jSignature"),
          new Comparison(
              "Polymarket change of two levels, text to values; databind, BigDecimal",
              "PolymarketFrameBenchmark.change",
              "PolymarketFrameBenchmark.changeBound"),
          new Comparison(
              "Polymarket book of 2 x 50 levels, text to values; databind, BigDecimal",
              "PolymarketFrameBenchmark.book",
              "PolymarketFrameBenchmark.bookBound"),
          new Comparison(
              "Kalshi headers, RSA-PSS 2048; bare JDK signature",
              "KalshiSigningBenchmark.headers",
              "KalshiSigningBenchmark.jdkSignature"),
          new Comparison(
              "candidates of a new listing among 2,000; Jaro-Winkler over all titles",
              "MatchingBenchmark.searchIndex",
              "MatchingBenchmark.jaroWinkler"),
          new Comparison(
              "new listing indexed, judged, explained; Jaro-Winkler over all titles",
              "MatchingBenchmark.matcher",
              "MatchingBenchmark.jaroWinkler"));
}
