-- Prints one line: requests per second, median and 99th percentile of latency in milliseconds, and failed requests.
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("result %.1f %.3f %.3f %d\n",
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
