# version 3: as all others
