variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "cluster_version" {
  type    = string
  default = "1.35"
}
