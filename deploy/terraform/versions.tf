terraform {
  # A validation refers to other variables, which 1.9 is the first to allow.
  required_version = ">= 1.9"

  required_providers {
    google = {
      source = "hashicorp/google"
      # The tests hold the module against the schema of 6.50.0.
      version = "~> 6.50"
    }
  }
}
