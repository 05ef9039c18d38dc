package io.github.depends.examples.uncovered;

import io.github.depends.Exempt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class UploadController {

    @PostMapping("/admin/upload")
    long upload(@RequestParam MultipartFile file) {
        return file.getSize();
    }

    @Exempt(RequireAdmin.class)
    @GetMapping("/admin/about")
    String about() {
        return "an upload";
    }

    @PostMapping("/{area}/feedback")
    String feedback(@PathVariable String area) {
        return "thank you for " + area;
    }
}
