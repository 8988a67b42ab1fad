package dev.mendline.model.schema;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import dev.mendline.model.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Javadoc as a reader of JSON takes it: without markup, a constant of an enum as it stands on the wire, {@code @value} as
 * the value.
 */
final class PlainText {
    private final Map<String, String> packages;
    private final String here;

    /** Reads the Javadoc of the type {@code here}; {@code packages} has the package of each top-level type. */
    PlainText(Map<String, String> packages, String here) {
        this.packages = packages;
        this.here = here;
    }

    String of(List<? extends DocTree> pieces) {
        return pieces.stream()
                .map(piece -> piece.accept(new Words(), null))
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private final class Words extends SimpleDocTreeVisitor<String, @Nullable Void> {
        @Override
        protected String defaultAction(DocTree markup, @Nullable Void none) {
            return "";
        }

        @Override
        public String visitText(TextTree text, @Nullable Void none) {
            return text.getBody();
        }

        @Override
        public String visitLiteral(LiteralTree literal, @Nullable Void none) {
            return "`" + literal.getBody().getBody() + "`";
        }

        @Override
        public String visitEntity(EntityTree entity, @Nullable Void none) {
            throw new IllegalArgumentException(here + ": write the character instead of " + entity);
        }

        @Override
        public String visitLink(LinkTree link, @Nullable Void none) {
            String[] parts = link.getReference().getSignature().split("#");
            if (parts.length == 1) {
                return parts[0];
            }
            Object constant = constant(parts[0], parts[1]);
            return "`" + (constant instanceof Enum<?> ? wireWord(constant) : parts[1]) + "`";
        }

        @Override
        public String visitValue(ValueTree value, @Nullable Void none) {
            String[] parts = value.getReference().getSignature().split("#");
            return String.valueOf(constant(parts[0], parts[1]));
        }
    }

    private @Nullable Object constant(String typeName, String field) {
        try {
            return type(typeName).getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(here + " refers to " + typeName + "#" + field, e);
        }
    }

    /** Returns this type itself, one within it, else one of the module. */
    private Class<?> type(String name) throws ClassNotFoundException {
        if (name.isEmpty()) {
            return named(here);
        }
        try {
            return named(here + "." + name);
        } catch (ClassNotFoundException elsewhere) {
            return named(name);
        }
    }

    private Class<?> named(String name) throws ClassNotFoundException {
        String topLevel = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return Class.forName(packages.get(topLevel) + "." + name.replace('.', '$'));
    }

    /** How a constant stands in JSON. */
    static String wireWord(Object constant) {
        return Json.read(Json.text(constant), String.class);
    }
}
