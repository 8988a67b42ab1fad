package dev.mendline.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Reads the shape of one parsed file. Names are not resolved, so that no class path is needed. */
final class SourceScanner extends TreePathScanner<Void, Void> {
    private static final Pattern QUESTION = Pattern.compile("\\s*(What|Who|Whether|How|Where|Which)\\b[\\s\\S]*");
    private static final Pattern MUTABLE = Pattern.compile("(ThreadLocal|Concurrent|Atomic|LongAdder|WeakHashMap"
            + "|new (Concurrent|CopyOnWrite|Atomic|LongAdder|(Linked|Weak|Identity)?Hash(Map|Set)|Tree(Map|Set)|EnumMap"
            + "|Array(List|Deque)|LinkedList)|Collections\\.synchronized)[\\s\\S]*");

    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final Deque<String> names = new ArrayDeque<>();
    private final Set<String> imports = new HashSet<>();
    private final List<SourceFile.Type> types = new ArrayList<>();
    private final List<SourceFile.Method> methods = new ArrayList<>();
    private final List<SourceFile.Note> notes = new ArrayList<>();
    private Set<String> uses = new HashSet<>();
    private List<SourceFile.Creation> creates = new ArrayList<>();

    private SourceScanner(DocTrees docs, CompilationUnitTree unit) {
        this.docs = docs;
        this.unit = unit;
    }

    static SourceFile scan(DocTrees docs, CompilationUnitTree unit, String module, Path path) {
        SourceScanner scanner = new SourceScanner(docs, unit);
        scanner.scan(unit, null);
        return new SourceFile(
                module,
                String.valueOf(unit.getPackageName()),
                path,
                (int) unit.getLineMap().getLineNumber(scanner.end(unit) - 1),
                scanner.imports,
                scanner.types,
                scanner.methods,
                scanner.notes);
    }

    @Override
    public Void visitImport(ImportTree tree, Void nothing) {
        String name = tree.getQualifiedIdentifier().toString();
        imports.add(tree.isStatic() ? name.substring(0, name.lastIndexOf('.')) : name);
        return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        noteJavadoc(tree);
        if (tree.getSimpleName().length() == 0) {
            return super.visitClass(tree, null);
        }
        boolean topLevel = names.isEmpty();
        if (topLevel) {
            uses = new HashSet<>();
            creates = new ArrayList<>();
        }
        names.addLast(tree.getSimpleName().toString());
        String name = String.join(".", names);
        scan(tree.getModifiers(), null);
        scan(tree.getTypeParameters(), null);
        scan(tree.getExtendsClause(), null);
        scan(tree.getImplementsClause(), null);
        scan(tree.getMembers(), null);
        types.add(new SourceFile.Type(
                name,
                tree.getModifiers().getFlags().contains(Modifier.PUBLIC),
                line(tree),
                lines(tree),
                components(tree),
                topLevel ? uses : Set.of(),
                topLevel ? creates : List.of()));
        names.removeLast();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        noteJavadoc(tree);
        if (tree.getBody() != null && end(tree) >= 0) {
            String name = tree.getName().contentEquals("<init>") ? "constructor" : "method " + tree.getName();
            methods.add(new SourceFile.Method(name, line(tree), lines(tree)));
        }
        return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        noteJavadoc(tree);
        Set<Modifier> flags = tree.getModifiers().getFlags();
        boolean mutable = !flags.contains(Modifier.FINAL)
                || MUTABLE.matcher(String.valueOf(tree.getInitializer())).matches();
        if (flags.contains(Modifier.STATIC) && mutable) {
            notes.add(new SourceFile.Note(
                    SourceFile.Note.Kind.STATIC_STATE, line(tree), "static mutable state: " + tree.getName()));
        }
        return super.visitVariable(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
        uses.add(tree.getName().toString());
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        Tree type = tree.getIdentifier();
        if (type instanceof ParameterizedTypeTree) {
            type = ((ParameterizedTypeTree) type).getType();
        }
        creates.add(new SourceFile.Creation(type.toString(), tree.getArguments().size(), line(tree)));
        return super.visitNewClass(tree, null);
    }

    private void noteJavadoc(Tree tree) {
        String text = docs.getDocComment(getCurrentPath());
        if (text != null && QUESTION.matcher(text).matches()) {
            notes.add(new SourceFile.Note(
                    SourceFile.Note.Kind.JAVADOC_QUESTION,
                    line(tree),
                    "Javadoc begins with " + text.strip().split("\\s+", 2)[0]));
        }
    }

    /** The parser makes fields of a record's components. */
    private static List<String> components(ClassTree tree) {
        if (tree.getKind() != Tree.Kind.RECORD) {
            return List.of();
        }
        return tree.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(field -> field.getName().toString())
                .toList();
    }

    private int line(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(docs.getSourcePositions().getStartPosition(unit, tree));
    }

    private int lines(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(end(tree)) - line(tree) + 1;
    }

    private long end(Tree tree) {
        return docs.getSourcePositions().getEndPosition(unit, tree);
    }
}
