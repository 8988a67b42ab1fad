package benign;

/** One thing that an application does with a host, and that may fail. */
interface Attempt {
    void on(String host) throws Exception;
}
