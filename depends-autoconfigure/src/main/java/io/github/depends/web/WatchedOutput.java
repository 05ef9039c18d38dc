package io.github.depends.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The container's output, which tells when it cannot write. */
final class WatchedOutput extends ServletOutputStream {

    private final ServletOutputStream output;
    private final Consumer<IOException> failed;

    WatchedOutput(ServletOutputStream output, Consumer<IOException> failed) {
        this.output = output;
        this.failed = failed;
    }

    @Override
    public void write(int one) throws IOException {
        telling(() -> output.write(one));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        telling(() -> output.write(bytes, offset, length));
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        telling(() -> output.write(bytes));
    }

    @Override
    public void flush() throws IOException {
        telling(output::flush);
    }

    @Override
    public void close() throws IOException {
        telling(output::close);
    }

    @Override
    public boolean isReady() {
        return output.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        output.setWriteListener(listener);
    }

    private void telling(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException failure) {
            failed.accept(failure);
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
