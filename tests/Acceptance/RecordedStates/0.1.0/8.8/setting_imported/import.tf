import {
  to = rocketchat_setting.boolean
  id = "Message_AllowEditing"
}

import {
  to = rocketchat_setting.number
  id = "Message_MaxAllowedSize"
}

import {
  to = rocketchat_setting.string
  id = "Site_Name"
}

import {
  to = rocketchat_setting.list
  id = "Hide_System_Messages"
}

import {
  to = rocketchat_setting.sensitive
  id = "Push_apn_key"
}
