package dev.mendline.model.config;

/** A value that never shows itself: not in {@link #toString}, not in JSON, not in an error. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself, for the one call that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "‹secret›";
    }
}
