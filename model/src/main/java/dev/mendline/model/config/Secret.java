package dev.mendline.model.config;

/** Secret value that appears neither in {@link #toString} nor in JSON nor in errors. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** Returns the value, for the one call that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "‹secret›";
    }
}
