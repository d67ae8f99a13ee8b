package pairdesk.bot.text;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The texts in our own sources, by where they stand; the compiler reads, and compiles nothing. */
final class Literals {
  private static final Path SOURCES = Path.of("src/main/java/pairdesk/bot");

  /** Calls whose texts only programmers see. */
  private static final Set<String> INSIDE =
      Set.of("log", "info", "warn", "name", "addKeyValue", "setDatePattern");

  /** What Discord and /help show of a command; other languages have it in {@code Commands_…}. */
  private static final Set<String> DESCRIBING =
      Set.of("CommandSpec", "PairDecisionCommand.Change", "Option", "PairOption");

  private Literals() {}

  /**
   * A text in the code.
   *
   * @param around calls and constructors that it stands in, the nearest first
   */
  record Literal(String file, String text, List<String> around) {
    boolean isForProgrammers() {
      return around.stream().anyMatch(a -> a.endsWith("Exception") || INSIDE.contains(a));
    }

    boolean isDescription() {
      return around.stream()
          .anyMatch(a -> DESCRIBING.contains(a) || DESCRIBING.contains(file + "." + a));
    }
  }

  /** A call that says something, with so many parts for its places. */
  record Said(String file, String key, boolean isCount, int parts) {}

  static List<Literal> of(List<String> packages) throws IOException {
    var found = new ArrayList<Literal>();
    scan(
        packages,
        new TreePathScanner<>() {
          @Override
          public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
              found.add(new Literal(file(getCurrentPath()), text, around(getCurrentPath())));
            }
            return null;
          }
        });
    return found;
  }

  /** Every call with a key as a literal. */
  static List<Said> said(List<String> packages) throws IOException {
    var found = new ArrayList<Said>();
    scan(
        packages,
        new TreePathScanner<>() {
          @Override
          public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            said(call, file(getCurrentPath())).forEach(found::add);
            return super.visitMethodInvocation(call, null);
          }
        });
    return found;
  }

  private static Stream<Said> said(MethodInvocationTree call, String file) {
    String name = name(call.getMethodSelect());
    boolean bad = call.getMethodSelect().toString().equals("BadInput.of");
    List<? extends ExpressionTree> arguments = call.getArguments();
    boolean count = name.equals("count") && arguments.size() > 1;
    if (!count && !bad && !name.equals("say")) {
      return Stream.of();
    }
    int at = bad && !(arguments.getFirst() instanceof LiteralTree) ? 1 : 0;
    return arguments.get(at) instanceof LiteralTree key && key.getValue() instanceof String text
        ? Stream.of(new Said(file, text, count, arguments.size() - at - (count ? 2 : 1)))
        : Stream.of();
  }

  private static void scan(List<String> packages, TreePathScanner<Void, Void> scanner)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var sources = packages.stream().flatMap(Literals::sources).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(new TreePath(unit), null);
      }
    }
  }

  private static Stream<Path> sources(String name) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(TreePath path) {
    String name =
        Path.of(path.getCompilationUnit().getSourceFile().getName()).getFileName().toString();
    return name.replace(".java", "");
  }

  private static List<String> around(TreePath path) {
    var names = new ArrayList<String>();
    for (Tree tree : path) {
      switch (tree) {
        case NewClassTree made -> names.add(name(made.getIdentifier()));
        case MethodInvocationTree call -> {
          names.add(name(call.getMethodSelect()));
          if (call.getMethodSelect() instanceof MemberSelectTree member
              && member.getExpression() instanceof IdentifierTree of) {
            names.add(of.toString());
          }
        }
        default -> {}
      }
    }
    return names;
  }

  private static String name(ExpressionTree tree) {
    String text = tree.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }
}
