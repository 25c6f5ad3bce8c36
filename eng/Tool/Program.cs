using Tool.Docs;
return args[1] == "write" ? DocsCommand.Write() : DocsCommand.Check();
