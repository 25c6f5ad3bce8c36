terraform {
  required_providers {
    example-type = {
      source = "example/example-type"
    }
  }
}

resource "example-type_note" "hello" {
  name = "hello.txt"
  text = "Hello"
}
