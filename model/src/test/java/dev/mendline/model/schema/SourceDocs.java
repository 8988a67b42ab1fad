package dev.mendline.model.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of a package says of its types, their components and constants, as plain text. */
final class SourceDocs {
    static final SourceDocs OF_MODEL = new SourceDocs(WireSchema.MODEL.resolve("main/java/dev/mendline/model"));

    /** {@code Outer.Inner} to its text, {@code Outer.Inner#name} to that of a component or constant. */
    private final Map<String, Supplier<String>> texts = new HashMap<>();

    /** The package of each top-level type. */
    private final Map<String, String> packages = new HashMap<>();

    private SourceDocs(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            Scanner scanner = new Scanner(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                String packageName = unit.getPackageName().toString();
                for (Tree type : unit.getTypeDecls()) {
                    packages.put(((ClassTree) type).getSimpleName().toString(), packageName);
                }
                scanner.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its Javadoc says before the tags. */
    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(name(type))).map(Supplier::get);
    }

    /** What is said of a component ({@code @param}) or a constant. */
    Optional<String> of(Class<?> type, String member) {
        return Optional.ofNullable(texts.get(name(type) + "#" + member)).map(Supplier::get);
    }

    private String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            String name = enclosing(getCurrentPath());
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                PlainText plain = new PlainText(packages, name);
                texts.put(name, () -> plain.of(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param) {
                        texts.put(name + "#" + param.getName(), () -> plain.of(param.getDescription()));
                    }
                }
            }
            return super.visitClass(type, none);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                String name = enclosing(getCurrentPath());
                PlainText plain = new PlainText(packages, name);
                texts.put(name + "#" + variable.getName(), () -> plain.of(comment.getFullBody()));
            }
            return super.visitVariable(variable, none);
        }

        /** The names of the types around a place, the outermost first. */
        private static String enclosing(@Nullable TreePath path) {
            if (path == null) {
                return "";
            }
            String outer = enclosing(path.getParentPath());
            Tree leaf = path.getLeaf();
            return leaf instanceof ClassTree type ? (outer.isEmpty() ? "" : outer + ".") + type.getSimpleName() : outer;
        }
    }
}
